export * from './show-initials';
