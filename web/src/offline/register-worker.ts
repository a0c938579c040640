/** After the page itself: the worker's files are not what anybody waits for. Only in secure contexts, as browsers ask. */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  window.addEventListener('load', () => {
    setTimeout(() => {
      // Without it everything works that works with a connection.
      navigator.serviceWorker.register('/pekerja.js', { scope: '/', updateViaCache: 'none' }).catch(() => undefined);
    }, 2000);
  });
}
