/* Runs before the first paint: says that scripts run, and applies what the reader chose on this device. */
(function () {
  var root = document.documentElement;
  root.setAttribute('data-script', '');
  try {
    var theme = localStorage.getItem('portal-theme');
    if (theme === 'light' || theme === 'dark') root.setAttribute('data-theme', theme);
    if (localStorage.getItem('portal-reading') === 'elder') root.setAttribute('data-reading', 'elder');
  } catch (error) {
    /* Storage may be forbidden; then every page opens as the device is set. */
  }
})();
