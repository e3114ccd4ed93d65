/* For other sites: gives each embedded strip the height it asks for. Put it after the <iframe data-open-blood-portal>. */
(function () {
  window.addEventListener('message', function (event) {
    var message = event.data;
    if (!message || message.openBloodPortal !== 'height') return;
    var height = Number(message.height);
    if (!(height > 0 && height < 4000)) return;
    var frames = document.querySelectorAll('iframe[data-open-blood-portal]');
    for (var index = 0; index < frames.length; index += 1) {
      if (frames[index].contentWindow === event.source) frames[index].height = String(height);
    }
  });
})();
