export {embeddedLake} from './studio/embeddedLake.ts'
export {takesProjects} from './studio/lakeOrigin.ts'
