import type { Form } from '@bantam/schema'
import type { ComponentChild } from 'preact'
import type { InputProps } from '../inputs/input.ts'
import type { Scene, Upload } from '../visit.ts'
import type { Speech } from '../speech.ts'

export interface CardProps {
  readonly form: Form
  readonly scene: Extract<Scene, { kind: 'ask' }>
  readonly input: (props: InputProps) => ComponentChild
  readonly headingLevel: 'h1' | 'h2'
  readonly speech: Speech
  readonly before?: ComponentChild
  change(draft: unknown): void
  pick(draft: unknown): void
  next(): void
  back(): void
  readonly upload?: Upload | undefined
  readonly other?: InputProps['other']
  readonly notYou?: (() => void) | undefined
}

/** One question per screen. */
export const Card = (props: CardProps) => {
  const {
    form,
    scene,
    headingLevel: Heading,
    input: Input,
    next,
    back,
    upload,
    notYou,
    speech,
  } = props
  const { words } = speech
  const { question, error, position, left, progress, isLast } = scene
  const { kind, title, help, why, required, section } = question
  const described = [section && 'section', help && 'help', 'error'].filter(Boolean).join(' ')
  return (
    <>
      <progress value={progress} aria-label={words.progress} />
      <header role="presentation">
        <button type="button" class="back" onClick={back} disabled={position < 2}>
          {words.back}
        </button>
        <p role="status">
          <span class="away">{speech.fill(words.position, position)} </span>
          {left}
        </p>
        {notYou && (
          <button type="button" class="stranger" onClick={notYou}>
            {words.notYou}
          </button>
        )}
      </header>
      {props.before}
      <form
        key={`${position}:${question.id}`}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          next()
        }}
      >
        {section && (
          <div id="section" class="section">
            <b>{section.title}</b>
            {section.help && <p>{section.help}</p>}
          </div>
        )}
        <Heading id="title">
          {title}
          {!required && kind !== 'statement' && <small> {words.optional}</small>}
        </Heading>
        {help && (
          <p id="help" class="help">
            {help}
          </p>
        )}
        {why && (
          <details>
            <summary>{words.why}</summary>
            <p>{why}</p>
          </details>
        )}
        <Input
          form={form}
          question={question}
          draft={scene.draft}
          change={props.change}
          pick={props.pick}
          labels={{
            'aria-labelledby': 'title',
            'aria-describedby': described,
            'aria-invalid': error !== undefined,
            'aria-required': required === true,
          }}
          enterKeyHint={isLast ? 'send' : 'next'}
          error={error}
          upload={upload}
          other={props.other}
          speech={speech}
        />
        <p id="error" class="error" aria-live="polite">
          {error && !error.part && error.message}
        </p>
        <footer role="presentation">
          <button type="submit" {...(kind === 'statement' && { 'aria-describedby': 'title help' })}>
            {(kind === 'statement' && question.button) || (isLast ? words.submit : words.next)}
          </button>
          <span class="hint" aria-hidden="true">
            {kind === 'long-text' ? words.enterWithModifier : words.enter}
          </span>
        </footer>
      </form>
    </>
  )
}
