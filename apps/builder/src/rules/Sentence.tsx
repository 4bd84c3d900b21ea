import type { Phrase } from '../form/sentence.ts'

/** A condition in words, with what it is about and what it is compared with set apart. */
export const Sentence = ({ phrases }: { phrases: readonly Phrase[] }) => {
  let place = 0
  return (
    <>
      {phrases.map(({ role, text }) => {
        place += text.length
        return role === 'words' ? (
          text
        ) : (
          <b key={place} data-role={role}>
            {text}
          </b>
        )
      })}
    </>
  )
}
