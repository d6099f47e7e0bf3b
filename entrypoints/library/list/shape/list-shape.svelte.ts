import {
  changeListLooks,
  type ListLooks,
  type ListShape,
  listShapes,
  type TableColumn,
} from '../../../../lib/settings/list-looks.ts';

/** How the list looks: in which shape, and with which columns where that is a table. What is chosen is remembered. */
export function createListLooks(initial: ListLooks | null) {
  let shape = $state<ListShape>(initial?.listShape ?? 'comfortable');
  let columns = $state.raw<readonly TableColumn[]>(initial?.tableColumns ?? []);
  /** A choice that cannot be stored holds as long as the page. */
  const remember = (change: Partial<ListLooks>): void => void changeListLooks(change).catch(() => {});

  return {
    get shape(): ListShape {
      return shape;
    },
    get columns(): readonly TableColumn[] {
      return columns;
    },
    show(next: ListShape): void {
      shape = next;
      remember({ listShape: next });
    },
    /** The shape after the one at hand. */
    get next(): ListShape {
      return listShapes[(listShapes.indexOf(shape) + 1) % listShapes.length] ?? 'comfortable';
    },
    turnColumn(name: TableColumn): void {
      columns = columns.includes(name) ? columns.filter((one) => one !== name) : [...columns, name];
      remember({ tableColumns: [...columns] });
    },
  };
}

export type Looks = ReturnType<typeof createListLooks>;
