import { runCli } from './cli/run-cli.ts'

const [flag, root = '.', ...args] = process.argv.slice(2)
if (flag !== '--root') {
  process.stderr.write(
    'Start Bantam with `npm start`, its commands with `npm run --silent bantam -- COMMAND`.\n',
  )
  process.exitCode = 2
} else {
  process.exitCode = await runCli(args, { root })
}
