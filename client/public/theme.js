// Sets a chosen theme before the first paint; without a choice the style sheet follows the system.
{
  const chosen = localStorage.getItem("plumbline-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
}
