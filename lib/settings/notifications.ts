import { browser } from 'wxt/browser';

const wanted = { permissions: ['notifications' as const] };

/** True when the reader has allowed notifications. */
export const mayNotify = (): Promise<boolean> => browser.permissions.contains(wanted);

/** Asks the reader for notifications; true when they are allowed. To be called within a press, before anything is awaited. */
export const askToNotify = (): Promise<boolean> => browser.permissions.request(wanted);
