import {absentRoutes} from './routes/absent.ts'
import {accountRoutes} from './routes/account.ts'
import {assetRoutes} from './routes/assets.ts'
import {cloudRoutes} from './routes/cloud.ts'
import {dataRoutes} from './routes/data.ts'
import {hookRoutes} from './routes/hooks.ts'
import {projectRoutes} from './routes/project.ts'
import {type Route} from './routes/route.ts'

export {type Access, type Route} from './routes/route.ts'

/** Everything that can be asked over HTTP. What is not here does not exist. */
export const routes: readonly Route[] = [
  ...dataRoutes,
  ...assetRoutes,
  ...hookRoutes,
  ...projectRoutes,
  ...accountRoutes,
  ...cloudRoutes,
  ...absentRoutes,
]
