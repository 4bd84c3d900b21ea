export { App, createQueries } from './App.tsx'
