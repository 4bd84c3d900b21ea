/**
 * The same stores, whose failures come out as `worded` puts them. A driver's own error would take the values of a failed
 * statement, people's names among them, into logs.
 */
export const guarded = <S extends object>(stores: S, worded: (error: unknown) => unknown): S => {
  const guardOne = <T extends object>(store: T): T =>
    new Proxy(store, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name)
        if (typeof method !== 'function') return method
        return async (...given: unknown[]) => {
          try {
            return await Reflect.apply(method, target, given)
          } catch (error) {
            throw worded(error)
          }
        }
      },
    })
  return new Proxy(stores, {
    get(target, name) {
      const store: unknown = Reflect.get(target, name)
      return typeof store === 'object' && store !== null ? guardOne(store) : store
    },
  })
}
