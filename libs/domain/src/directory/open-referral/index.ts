export { toOpenReferral, type ExportNames } from './export-service';
export type { ImportDefaults } from './import-defaults';
export { fromOpenReferral, type ImportedService } from './import-service';
export { mergeImported, withoutItsWord, type Stated } from './merge-imported';
export { OwnTerms, PARTED_TAXONOMIES, type PartedTaxonomy } from './terms';
export { UNMAPPED, type OrService, type Unmapped, type UnmappedWhy } from './shape';
