import {existsSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {lockFolder} from '../lake/store/lock.ts'
import {type Lake, servedDataset} from '../lake/lake.ts'
import {addAdministrator, addDemoPeople, type SignIn, signInTable} from './firstPeople.ts'
import {loadStarterContent, type StarterPeople} from './starter-content.ts'
import {box, progress} from './terminal.ts'

const unfinished = 'first-run-unfinished'

/** A first run that was interrupted served nobody yet: it begins again from nothing. */
export function forgetUnfinishedRun(dir: string): void {
  if (!existsSync(join(dir, unfinished))) return
  const unlock = lockFolder(dir)
  for (const name of [
    'datasets',
    'assets',
    'accounts.sqlite',
    'accounts.sqlite-wal',
    'accounts.sqlite-shm',
  ]) {
    rmSync(join(dir, name), {recursive: true, force: true})
  }
  rmSync(join(dir, unfinished), {force: true})
  unlock()
}

/** Fills a new data folder with people and starter content; does nothing in one that has its dataset. */
export async function firstRun(lake: Lake, {demo}: {demo: boolean}): Promise<void> {
  if (lake.datasets().some(({name}) => name === servedDataset)) return
  const marker = join(lake.dir, unfinished)
  writeFileSync(
    marker,
    'The first run of this folder has not ended. The next start begins it again.\n',
  )
  lake.createDataset({name: servedDataset, policy: 'reviewed', aclMode: 'public'})

  const people = demo ? await addDemoPeople(lake.accounts) : null
  const signIns = people === null ? [await addAdministrator(lake.accounts)] : Object.values(people)
  await loadContent(lake, people)
  console.log(`\n${box(announcement(signIns, demo))}\n`)
  rmSync(marker)
}

async function loadContent(lake: Lake, people: StarterPeople | null): Promise<void> {
  const step = progress('Loading starter content')
  try {
    await loadStarterContent({
      lake,
      people,
      progress: (done, doing) => step.say(`${Math.round(done * 100)}%  ${doing}`),
    })
  } catch (error) {
    step.fail('Loading the starter content failed')
    throw error
  }
  step.done('Starter content is loaded')
}

function announcement(people: readonly SignIn[], demo: boolean): readonly string[] {
  return demo
    ? [
        'DEMO SIGN-INS, for trying things out: these people do not exist.',
        'The passwords are shown this once and stored nowhere.',
        '',
        ...signInTable(people),
        '',
        'To start without them, choose a new folder: npm start -- --no-demo --data DIR',
      ]
    : [
        'THE ADMINISTRATOR of this lake. The password is shown this once and stored nowhere.',
        '',
        ...signInTable(people),
      ]
}
