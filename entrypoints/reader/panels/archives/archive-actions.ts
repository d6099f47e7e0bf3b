import { sendMessage } from '../../../../lib/messages/protocol.ts';
import { askForOrigins, askForSaving } from '../../../../lib/settings/host-access.ts';

/** What the panel asks of the browser and the background. */
export interface ArchiveActions {
  /** Asks the reader for the archive's host; only within a press. */
  grantSaving(): Promise<boolean>;
  askToSave(id: string): Promise<void>;
  /** Asks the reader for an archive's hosts; only within a press. */
  grant(origins: readonly string[]): Promise<boolean>;
}

export const archiveActions: ArchiveActions = {
  grantSaving: askForSaving,
  askToSave: (id) => sendMessage('askToSave', { id }),
  grant: askForOrigins,
};
