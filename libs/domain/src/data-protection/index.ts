export * from './access-clock';
export * from './breach';
export * from './breach-clock';
export * from './codes';
export * from './complaint-clock';
export * from './dates';
export * from './desk-acts';
export {
  plainFacts,
  momentInPlainWords,
  sectionOrder,
  sectionTitle,
  toldOnce,
  type PackEntry,
  type PackSection,
  type SubjectPack,
} from './pack';
export { roleInWords, thingInWords, words as codeInWords } from './pack-words';
export * from './request';
export * from './request-acts';
export * from './request-machine';
export * from './restriction';
export * from './third-party';
export * from './victim-information';
