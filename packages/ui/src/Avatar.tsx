/** Initials of a name, read by nobody: the name itself stands beside it or in `title`. */
export const Avatar = ({
  name,
  size = 'medium',
}: {
  name: string
  size?: 'small' | 'medium' | 'large'
}) => (
  <span class="ui-avatar" data-size={size} title={name} aria-hidden="true">
    {initialsOf(name)}
  </span>
)

/** First letters of the first and the last word; whole characters, so that any script works. */
export const initialsOf = (name: string): string => {
  const words = name
    .trim()
    .split(/[\s._@-]+/)
    .filter(Boolean)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return (
    letters
      .map((word) => [...(word ?? '')][0] ?? '')
      .join('')
      .toLocaleUpperCase() || '?'
  )
}
