/** Prints an answer: one JSON document and nothing else with `--json`, lines for people without. */
export const print = (
  document: unknown,
  { json, words }: { json: boolean; words: readonly string[] },
): void => {
  process.stdout.write(
    json ? `${JSON.stringify(document, undefined, 2)}\n` : `${words.join('\n')}\n`,
  )
}
