export { createMemoryTransport } from './memory-transport.ts'
export { mount, type MountOptions } from './mount.ts'
export type { Speech } from './speech.ts'
export { speechIn } from './tongue.ts'
export { createMemoryStorage, type Storage } from './storage.ts'
export type { Opening, Outcome, Receipt, Submission, Transport } from './transport.ts'
export {
  consent,
  createPopover,
  createPopup,
  createSidetab,
  createSlider,
  createWidget,
  track,
  type ClientOptions,
} from './client.ts'
export type { Callbacks, EventDetails, Instance, Options } from './options.ts'
