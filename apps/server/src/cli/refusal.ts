/** Bad usage or input; the message names the file, the place and the cause. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}
