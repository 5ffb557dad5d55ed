export { CODE_FILES, loadVictimsCode } from './load-victims-code';
