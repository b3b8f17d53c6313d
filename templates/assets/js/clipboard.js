/* Copies a text to the clipboard; says whether that was possible, for a while in place of the words of a button. */
(function () {
  "use strict";

  window.journeysCopy = async (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text).then(() => true, () => false);
    const area = document.createElement("textarea");
    area.className = "journeys-sr";
    area.value = text;
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    return copied;
  };

  window.journeysCopyFrom = async (button, address, [words, copied, failed]) => {
    button.textContent = (await window.journeysCopy(address)) ? copied : failed;
    setTimeout(() => (button.textContent = words), 2500);
  };
})();
