export * from './disclosure';
export * from './note';
export * from './note-moment';
export * from './note-machine';
export * from './note-walls';
export * from './therapy-milestone';
