/* Copies the address, which opens the map as it stands. */
const SAID_FOR = 2500;

function wireLink(map) {
  const button = part(map, "copy");
  const usual = button.textContent;
  button.addEventListener("click", async () => {
    const isCopied = await window.journeysPains.copy(location.href);
    button.textContent = isCopied ? button.dataset.copied : button.dataset.failed;
    setTimeout(() => (button.textContent = usual), SAID_FOR);
  });
}
