import {
  ENGAGED_OF_REACHED,
  ENGAGED_OF_REFERRED,
  shareOfHarmed,
  type PrevalenceFinding,
  type PublishedCell,
  type PublishedTable,
  type ReachDimension,
} from '#libs/domain';
import type { ReachRelease } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { dayInFull } from '../../formatting/moments';
import { wrongFields, type WrongFields } from '../form-acts/wrong-fields';
import { measurePath } from '../measures/measures.page';
import { REACH } from './reach.copy';

interface ReachTableView {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
  readonly finding: PrevalenceFinding | undefined;
}

export interface ReachPage {
  readonly errors: readonly FieldError[];
  readonly wrong: WrongFields;
  readonly years: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[];
  readonly span: string | null;
  readonly counted: string | null;
  readonly rested: string | null;
  readonly refused: boolean;
  readonly tables: readonly ReachTableView[];
  readonly measures: readonly { readonly text: string; readonly path: string }[];
  readonly copy: typeof REACH;
}

export function reachPage(options: {
  releases: readonly ReachRelease[];
  chosen: ReachRelease | undefined;
  errors: readonly FieldError[];
  findings: readonly PrevalenceFinding[];
  timezone: string;
}): ReachPage {
  const { releases, chosen, errors, findings, timezone } = options;
  const rule = chosen?.tables?.[0]?.rule;
  return {
    errors,
    wrong: wrongFields(errors),
    years: releases.map((release) => ({
      value: String(release.year),
      text: REACH.yearName(release.year),
      selected: release === chosen,
    })),
    span: chosen === undefined ? null : REACH.yearName(chosen.year),
    counted: chosen === undefined ? null : REACH.madeOn(dayInFull(chosen.madeAt, timezone)),
    rested: rule === undefined ? null : REACH.rested(`${rule.id} ${rule.version}`),
    refused: chosen?.tables === null,
    tables: (chosen?.tables ?? []).map((table) => tableView(table, findings)),
    measures: [ENGAGED_OF_REACHED, ENGAGED_OF_REFERRED].map(({ id, name, version }) => ({
      text: REACH.definition(name, version),
      path: measurePath(id),
    })),
    copy: REACH,
  };
}

/** The dimension stands in the id of its table: `reach-age-band-2025`. */
function tableView(table: PublishedTable, findings: readonly PrevalenceFinding[]): ReachTableView {
  const dimension = table.id.replace(/^reach-/, '').replace(/-\d{4}$/, '') as ReachDimension;
  const finding = findings.find((one) => one.dimension === dimension);
  const beside = finding !== undefined && finding.shares.length > 0 ? finding : undefined;
  return {
    title: table.title,
    columns: [...table.columns.map(({ label }) => label), ...(beside ? [REACH.shareOfHarmed] : [])],
    rows: table.rowHeaders.map(({ id, label }, at) => ({
      name: label,
      cells: [...table.cells[at]!.map(cellInWords), ...(beside ? [shareInWords(beside, id)] : [])],
    })),
    finding,
  };
}

function cellInWords(cell: PublishedCell): string {
  switch (cell.kind) {
    case 'hidden':
      return REACH.hidden;
    case 'blank':
      return REACH.nothing;
    case 'percent':
      return REACH.percent(cell.value);
    default:
      return cell.value.toLocaleString('en-GB');
  }
}

function shareInWords(finding: PrevalenceFinding, group: string): string {
  const share = shareOfHarmed(finding, group);
  return share === null ? REACH.noShare : REACH.percent(share);
}
