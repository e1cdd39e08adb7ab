import {randomUUID} from 'node:crypto'
import {flushCompileCache} from 'node:module'
import {makeFolder} from '../lake/store/folder.ts'
import {createApp} from '../lake/http/app.ts'
import {openLake} from '../lake/lake.ts'
import software from '../package.json' with {type: 'json'}
import {reviewExtension} from '../plugins/review-workflow/lake/index.ts'
import {buildStudio, studioDir} from './build-studio.ts'
import {serveCommands} from './control.ts'
import {firstRun, forgetUnfinishedRun} from './firstRun.ts'
import {startOwnWork} from './ownWork.ts'
import {type StartOptions, startOptions, usage, UsageError} from './startOptions.ts'
import {checkAddress, sentence} from './startProblems.ts'

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
    await firstRun(lake, {demo})
    const app = createApp({
      lake,
      ...(studio ? {studioDir} : {}),
      previewUrl,
      config: {projectId: 'restwell', title: 'Restwell Studio', version: software.version},
    })
    const server = await app.start({host, port})
    const endCommands = await serveCommands(lake)
    const endOwnWork = startOwnWork(lake, app.config.projectId, process.env['LAKE_HOOK_HOSTS'])
    closeOnSignal(async () => {
      await endCommands()
      await endOwnWork()
      await server.close()
      await lake.close()
    })
    // By its name, where a browser finds `<project>.localhost` too.
    console.log(`ready ${server.url.replace('//127.0.0.1:', '//localhost:')}`)
    flushCompileCache()
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
