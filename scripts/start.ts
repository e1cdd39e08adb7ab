import {randomUUID} from 'node:crypto'
import {makeFolder} from '../lake/store/folder.ts'
import {createApp} from '../lake/http/app.ts'
import {openLake} from '../lake/lake.ts'
import software from '../package.json' with {type: 'json'}
import {reviewExtension} from '../plugins/review-workflow/lake/index.ts'
import {buildStudio, studioDir} from './build-studio.ts'
import {serveCommands} from './control.ts'
import {firstRun, forgetUnfinishedRun} from './firstRun.ts'
import {startHooks} from './startHooks.ts'
import {type StartOptions, startOptions, usage, UsageError} from './startOptions.ts'
import {checkAddress, sentence} from './startProblems.ts'
import {keepTime} from './ticking.ts'
import {withheldLines} from './withheld.ts'

/** `npm start`: Studio and API on one origin, out of one data folder. */
try {
  const options = startOptions(process.argv.slice(2), process.env)
  if (options === null) console.log(usage)
  else await start(options)
} catch (error) {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n\n${usage}`)
    process.exit(2)
  }
  const problem = sentence(error)
  if (problem === null) console.error(error)
  else console.error(problem)
  process.exit(1)
}

async function start({host, port, data, demo, studio, previewUrl}: StartOptions): Promise<void> {
  // Before anything is built or made: the passwords of a first run are shown only once.
  await checkAddress(host, port)
  makeFolder(data)
  if (studio) await buildStudio()
  forgetUnfinishedRun(data)
  const lake = await openLake({
    dir: data,
    now: () => new Date(),
    newId: randomUUID,
    extension: reviewExtension,
  })
  try {
    for (const line of withheldLines(lake)) console.error(line)
    await firstRun(lake, {demo})
    const stopClock = keepTime(lake)
    const app = createApp({
      lake,
      ...(studio ? {studioDir} : {}),
      previewUrl,
      config: {projectId: 'restwell', title: 'Restwell Studio', version: software.version},
    })
    const server = await app.start({host, port})
    const stopHooks = startHooks(lake, app.config.projectId, process.env['LAKE_HOOK_HOSTS'])
    const endCommands = await serveCommands(lake)
    closeOnSignal(async () => {
      stopClock()
      await endCommands()
      await stopHooks()
      await server.close()
      await lake.close()
    })
    // By its name, where a browser finds `<project>.localhost` too.
    console.log(`ready ${server.url.replace('//127.0.0.1:', '//localhost:')}`)
  } catch (error) {
    await lake.close()
    throw error
  }
}

function closeOnSignal(close: () => Promise<void>): void {
  let closing = false
  const stop = () => {
    // Somebody who asks twice does not want to wait.
    if (closing) process.exit(1)
    closing = true
    close().then(
      () => {
        console.log('Stopped: everything is on disk.')
        process.exit(0)
      },
      (error: unknown) => {
        console.error('Closing down failed.', error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
