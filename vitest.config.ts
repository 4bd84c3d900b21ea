import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'

/** Whole servers and browsers start in these: one file at a time, after all others. */
const SLOW = ['tests/e2e/**/*.test.ts', 'tests/faults/**/*.test.ts', 'tests/journeys/**/*.test.ts']

/** In a plain page of happy-dom; everything else runs in Node. */
const DOM = ['{apps,packages}/*/src/**/*.test.tsx', 'widget/src/**/*.test.tsx']

const compileJsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        oxc: compileJsx,
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            '{apps,packages}/*/src/**/*.test.ts',
            'widget/src/**/*.test.ts',
            'tests/**/*.test.ts',
          ],
          exclude: [...SLOW, '**/node_modules/**'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [preact()],
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: DOM,
          testTimeout: 20_000,
        },
      },
      {
        oxc: compileJsx,
        test: {
          name: 'slow',
          environment: 'node',
          include: SLOW,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
