/** The site's own keyboard: "s" or "/" goes to its search box, which filters the feed. It would take the ring's keys if it saw them. */
const search = document.querySelector('input[type=search]');

document.addEventListener('keydown', (event) => {
  if (event.target.closest('input') || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key !== 's' && event.key !== '/') return;
  event.preventDefault();
  search.focus();
});

search.addEventListener('input', () => {
  const wanted = search.value.trim().toLowerCase();
  for (const post of document.querySelectorAll('.post')) post.hidden = !post.textContent.toLowerCase().includes(wanted);
});
