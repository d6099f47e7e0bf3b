import { configure } from '@testing-library/svelte';
import { afterAll } from 'vitest';

// What is loaded when it is first asked for comes late where the machine has other work as well: one dialog did after the usual second.
configure({ asyncUtilTimeout: 10_000 });

/*
 * Runs beside each test file of components that share a document: what a file left in it, on its root, or in the page's own stores would be
 * there for the files after it, whichever they are.
 */
afterAll(() => {
  document.body.replaceChildren();
  document.title = '';
  for (const { name } of [...document.documentElement.attributes]) document.documentElement.removeAttribute(name);
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
});
