export { createMemoryTransport } from './memory-transport.ts'
export { mount, type MountOptions } from './mount.ts'
export { createMemoryStorage, type Storage } from './storage.ts'
export type { Opening, Outcome, Receipt, Submission, Transport } from './transport.ts'
