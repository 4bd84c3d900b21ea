/** The promise's outcome, or `late` when it takes more than `ms`; what comes of it afterwards is ignored. */
export const within = async <T, L>(
  promise: Promise<T>,
  limit: { ms: number; late: L },
): Promise<T | L> => {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<L>((resolve) => {
    timer = setTimeout(() => resolve(limit.late), limit.ms)
  })
  try {
    return await Promise.race([promise, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
