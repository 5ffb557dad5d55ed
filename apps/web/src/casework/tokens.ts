/** The data source that sees published facts and nothing else: `@InjectDataSource(REPORTS)`. */
export const REPORTS = 'reports';
export const VAULT = Symbol('Vault');
export const AREA_PACK = Symbol('AreaPack');
/** The data source on the wall's own role. */
export const WALL = 'wall';
/** One unit of work for each wall of notes: `NoteWorks`. */
export const NOTE_WORKS = Symbol('NoteWorks');
