import { pino, type Logger } from 'pino'
import type { Config } from './config.ts'

/** One JSON line per event on stderr; what may hold a person's data never gets here, and known names are struck out. */
export const createLog = ({ logLevel }: Pick<Config, 'logLevel'>): Logger =>
  pino(
    {
      level: logLevel,
      base: null,
      redact: ['email', '*.email', 'password', '*.password', 'authorization', '*.authorization'],
      serializers: { error: pino.stdSerializers.err },
    },
    pino.destination({ dest: 2, sync: false }),
  )
