/** A value and its JSON: each is made from the other when it is first asked for, and then kept. */
export class Written<T> {
  #value: { readonly is: T } | undefined
  #text: string | undefined

  private constructor(value: { readonly is: T } | undefined, text: string | undefined) {
    this.#value = value
    this.#text = text
  }

  /** A value that is at hand, to be written down. */
  static value<T>(value: T): Written<T> {
    return new Written({ is: value }, undefined)
  }

  /** What was written down before, to be read if anybody asks. The text is this program's own. */
  static text<T>(text: string): Written<T> {
    return new Written<T>(undefined, text)
  }

  get text(): string {
    return (this.#text ??= JSON.stringify(this.value))
  }

  get value(): T {
    this.#value ??= { is: JSON.parse(this.#text ?? '') as T }
    return this.#value.is
  }
}
