import { equip } from './equip.ts'
import { chat } from './faces/Chat.tsx'
import { lookOf } from './look.ts'
import type { VisitOptions } from './open-visit.ts'
import { show, type ShowOptions } from './show.tsx'
import { createMemoryStorage } from './storage.ts'

export type MountOptions = ShowOptions &
  Pick<VisitOptions, 'definition' | 'transport'> &
  Partial<VisitOptions>

/**
 * The widget for a page of our own, such as the builder's preview: all at once, kept in memory unless told
 * otherwise. Returns how to take it away again.
 */
export const mount = (place: ShadowRoot | HTMLElement, options: MountOptions): (() => void) =>
  show(
    place,
    { look: lookOf(options.definition.theme), ...options },
    equip({
      face: options.definition.theme?.face === 'chat' && chat,
      version: 0,
      name: 'preview',
      storage: createMemoryStorage(),
      outbox: createMemoryStorage(),
      ...options,
    }),
  )
