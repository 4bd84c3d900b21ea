/**
 * Imported first by every command: says plainly that Node is too old before anything else can fail
 * in a less helpful way. Written for old engines too, and rests on nothing.
 */
const FLOOR = { major: 20, minor: 19 }

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const isTooOld = major < FLOOR.major || (major === FLOOR.major && minor < FLOOR.minor)

if (isTooOld) {
  process.stderr.write(
    'Bantam needs Node ' +
      FLOOR.major +
      '.' +
      FLOOR.minor +
      ' or newer; this is ' +
      process.versions.node +
      '.\n' +
      'Install a current Node from https://nodejs.org and run the command again.\n',
  )
  process.exit(1)
}
