export {embeddedLake} from './studio/embeddedLake.ts'
