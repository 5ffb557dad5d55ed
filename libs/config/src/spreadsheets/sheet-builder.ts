import type { SheetRow } from '#libs/domain';
import { MOST_COLUMNS, MOST_ROWS, SheetError } from './sheet';

/** Rows and cells as a spreadsheet repeats them; what is empty is counted and never built. */
export class SheetBuilder {
  readonly rows: SheetRow[] = [];
  private nextRow = 1;
  private rowsRepeated = 1;
  private cells: string[] = [];
  private column = 0;
  private merged = false;
  private cell = { repeated: 1, merged: false };

  beginRow(repeated: number): void {
    this.rowsRepeated = repeated;
    this.cells = [];
    this.column = 0;
    this.merged = false;
  }

  beginCell(cell: { readonly repeated: number; readonly merged: boolean }): void {
    this.cell = cell;
  }

  endCell(value: string): void {
    const { repeated, merged } = this.cell;
    this.merged ||= merged;
    if (value.trim() !== '') {
      if (this.column + repeated > MOST_COLUMNS) throw new SheetError('too-large');
      while (this.cells.length < this.column) this.cells.push('');
      for (let at = 0; at < repeated; at += 1) this.cells.push(value);
    }
    this.column += repeated;
  }

  endRow(): void {
    if (this.cells.length > 0) {
      if (this.rows.length + this.rowsRepeated > MOST_ROWS) throw new SheetError('too-large');
      for (let at = 0; at < this.rowsRepeated; at += 1)
        this.rows.push({ row: this.nextRow + at, cells: this.cells, merged: this.merged });
    }
    this.nextRow += this.rowsRepeated;
  }
}
