import {randomUUID} from 'node:crypto'
import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {text} from 'node:stream/consumers'
import {type Lake, openLake} from '../lake/lake.ts'
import {reviewExtension} from '../plugins/review-workflow/lake/index.ts'
import {type Answer, askServer, runCommand} from './control.ts'
import {type CommandInput, word} from './command.ts'
import {commands} from './lakeCommands.ts'
import {restore} from './restore.ts'
import {sentence} from './startProblems.ts'
import {progress} from './terminal.ts'

/** `npm run --silent lake -- <command> --data DIR [--json]`: see `commands` for what there is. */
/** The one command that makes a data folder instead of working in one. */
const restoring = {
  usage: 'restore FOLDER_OF_BACKUP --data DIR   (into an empty folder; then verifies it)',
  doing: 'Restoring',
}
const known: {readonly [name: string]: {readonly usage: string; readonly doing?: string}} = {
  ...commands,
  restore: restoring,
}

const {words, options} = split(process.argv.slice(2))
const name = [words.slice(0, 2).join(' '), words[0] ?? ''].find((candidate) =>
  Object.hasOwn(known, candidate),
)

if (name === undefined) {
  const usages = Object.values(known).map(({usage}) => `  ${usage}`)
  console.error(
    ['The commands are:', ...usages, 'each with --data DIR (default .lake) and --json.'].join('\n'),
  )
  process.exit(2)
}

const dir = resolve(options['data'] ?? process.env['LAKE_DATA'] ?? '.lake')
const input: CommandInput = {
  words,
  options,
  input: process.stdin.isTTY ? '' : await text(process.stdin),
}

const doing = known[name]?.doing
// Beside the output, which may go into a file or to a program.
const step = doing === undefined ? null : progress(doing, process.stderr)
const say = (what: string) => step?.say(what)
const end = (answer: Answer | null) => {
  if (answer === null || 'error' in answer) step?.fail(`${doing} has failed`)
  else if (answer.output.failed) step?.fail(`${doing} found problems`)
  else step?.done(`${doing} is done`)
}

try {
  const answer = name === 'restore' ? await restored() : await worked(name)
  end(answer)
  if ('error' in answer) {
    console.error(answer.error)
    process.exitCode = 1
  } else {
    const {output} = answer
    console.log(options['json'] === undefined ? output.text : JSON.stringify(output.json, null, 2))
    if (output.failed) process.exitCode = 1
  }
} catch (error) {
  end(null)
  const problem = sentence(error)
  if (problem === null) throw error
  console.error(problem)
  process.exitCode = 1
}

async function worked(command: string): Promise<Answer> {
  return (await askServer(dir, command, input)) ?? (await alone(command))
}

async function restored(): Promise<Answer> {
  const backup = resolve(word(input, 1, 'the folder of the backup'))
  return {output: await restore({backup, dir, open, say})}
}

async function alone(command: string): Promise<Answer> {
  if (!existsSync(dir)) {
    return {
      error: `There is no data folder at ${dir}. Name it with --data, or make it with "npm start".`,
    }
  }
  const lake = await open()
  try {
    return await runCommand(lake, command, input, say)
  } finally {
    await lake.close()
  }
}

function open(): Promise<Lake> {
  return openLake({dir, now: () => new Date(), newId: randomUUID, extension: reviewExtension})
}

function split(argv: readonly string[]): {words: string[]; options: Record<string, string>} {
  const found: string[] = []
  const named: Record<string, string> = {}
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index] ?? ''
    if (!argument.startsWith('--')) {
      found.push(argument)
      continue
    }
    const [key = '', value] = argument.slice(2).split(/=(.*)/s)
    if (value !== undefined) named[key] = value
    else if (key === 'json') named[key] = 'true'
    else named[key] = argv[(index += 1)] ?? ''
  }
  return {words: found, options: named}
}
