export {sitePreview} from './studio/sitePreview.ts'
