export {RestwellIcon} from './RestwellIcon.tsx'
export {favicon} from './mark.ts'
