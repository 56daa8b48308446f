/** In `localStorage`, which answers at once: the workspace that was active when one of our pages last looked. */
export const lastWorkspace = 'lastWorkspace';
