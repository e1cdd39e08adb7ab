import {resolve} from 'node:path'
import {accountCommands} from './accountCommands.ts'
import {backUp} from './backup.ts'
import {type Command, counted, done, word} from './command.ts'
import {datasetCommands} from './datasetCommands.ts'
import {hookCommands} from './hookCommands.ts'
import {verification} from './verification.ts'

/** Every command of `npm run lake`. They run inside the server when one is running, and by themselves when not. */
export const commands: {readonly [name: string]: Command} = {
  ...accountCommands,
  ...datasetCommands,
  ...hookCommands,
  backup: {
    usage: 'backup FOLDER   (datasets, accounts and assets, into a new folder)',
    doing: 'Backing up',
    run: async (lake, input, say) => {
      const folder = resolve(word(input, 1, 'the folder to write'))
      const {heads, madeAt} = await backUp(lake, folder, say)
      const count = Object.keys(heads).length
      return done(
        `Backed up ${counted(count, 'dataset')}, the accounts and all assets to ${folder}.`,
        {
          folder,
          madeAt,
          datasets: Object.keys(heads),
        },
      )
    },
  },
  verify: {
    usage:
      'verify   (fails and names every published page without a usable sign-off, and every broken record)',
    doing: 'Verifying',
    run: async (lake) => {
      const {problems, lines, json} = verification(lake)
      return {text: lines.join('\n'), json, failed: problems.length > 0}
    },
  },
}
