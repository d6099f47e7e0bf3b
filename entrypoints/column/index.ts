import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { column } from './column.ts';
import { COLUMN_READER, type ColumnReader } from './contract.ts';

/** Injected when the popup is opened over a page that is no essay: the clipper, which reads essays, need not carry it. */
export default defineUnlistedScript(() => {
  const reader: ColumnReader = { column: () => column({ document, url: location.href }) };
  Object.assign(globalThis, { [COLUMN_READER]: reader });
});
