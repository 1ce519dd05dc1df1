// <line-chart src="…" limit="…" top="…">: the lines of the table that it stands in, drawn by Chart.js over their columns. The
// table is the data: a figure that is not in a cell is not drawn. The arrow keys walk over the points, Enter opens what is
// behind one. Until the library is there, when it does not come, and in print, the drawing that came with the table stays.
(() => {
  const LOOKS = [
    { borderDash: [], pointStyle: 'circle', borderWidth: 2.4 },
    { borderDash: [2, 3], pointStyle: 'rectRot', borderWidth: 1.8 },
  ];
  let loading;

  const figure = (cell) => (cell.textContent ? Number(cell.textContent.replace(/[^\d-]/g, '')) : null);

  const library = (src) => {
    loading ??= new Promise((loaded, failed) => {
      const script = document.createElement('script');
      script.src = src;
      script.onload = loaded;
      script.onerror = failed;
      document.head.append(script);
    });
    return loading;
  };

  class LineChart extends HTMLElement {
    async connectedCallback() {
      await library(this.getAttribute('src'));
      if (this.isConnected && !this.chart) this.draw();
    }

    disconnectedCallback() {
      this.chart?.destroy();
      this.chart = null;
      this.themes?.disconnect();
      this.replaceChildren();
      this.removeAttribute('drawn');
    }

    draw() {
      this.read();
      const canvas = document.createElement('canvas');
      canvas.setAttribute('aria-hidden', 'true');
      this.replaceChildren(canvas);
      this.setAttribute('drawn', '');
      this.chart = new Chart(canvas, this.colour(this.plan()));
      this.themes = new MutationObserver(() => this.colour(this.chart).update('none'));
      this.themes.observe(document.documentElement, { attributes: true });
      this.beReached();
    }

    read() {
      const rows = [...this.closest('table').querySelectorAll('tr')];
      this.heads = [...rows.find((row) => row.matches('.curve + tr')).cells].slice(1);
      this.rows = rows.filter((row) => /series-/.test(row.className)).map((row) => ({
        row,
        name: row.cells[0].textContent,
        cells: [...row.cells].slice(1),
      }));
    }

    plan() {
      const data = {
        labels: this.heads.map((head) => head.textContent),
        datasets: this.rows.map((line, i) => ({
          ...LOOKS[i % LOOKS.length],
          label: line.name,
          data: line.cells.map(figure),
          spanGaps: true,
          pointRadius: 3.5,
          pointHoverRadius: 6,
        })),
      };
      if (this.hasAttribute('limit')) {
        const limit = Number(this.getAttribute('limit'));
        data.datasets.push({ data: this.heads.map(() => limit), borderDash: [5, 4], borderWidth: 1.5, pointRadius: 0, pointHitRadius: 0 });
      }
      return { type: 'line', data, options: this.options() };
    }

    options() {
      const still = { display: false };
      const top = Number(this.getAttribute('top'));
      const bottom = this.bottom(top);
      return {
        animation: false,
        maintainAspectRatio: false,
        layout: { autoPadding: false },
        font: { family: getComputedStyle(this).fontFamily },
        interaction: { mode: 'index', intersect: false },
        onClick: (event, near) => near.length && this.open(near[0].index, this.nearest(near, event.y)),
        onHover: (event, near) => this.mark(near.length ? near[0].index : null),
        scales: {
          // Points stand over the middle of their columns
          x: { offset: true, ticks: still, grid: still, border: still },
          y: {
            min: bottom,
            // Room for the figure above the highest line
            max: top + (top - bottom) * 0.12,
            afterBuildTicks: (scale) => { scale.ticks = scale.ticks.filter((tick) => tick.value <= top); },
            border: still,
            grid: { drawTicks: false },
            ticks: { mirror: true, maxTicksLimit: 4, labelOffset: -8, padding: 2, precision: 0 },
          },
        },
        plugins: {
          legend: still,
          colors: { enabled: false },
          tooltip: {
            filter: (item) => item.datasetIndex < this.rows.length,
            callbacks: { label: (item) => `${item.dataset.label}: ${this.rows[item.datasetIndex].cells[item.dataIndex].textContent}` },
          },
        },
      };
    }

    // A line, unlike a bar, need not start at zero: shares between 95 and 99 of a hundred would all look alike
    bottom(top) {
      const lowest = Math.min(...this.rows.flatMap((line) => line.cells.map(figure).filter((one) => one !== null)));
      return lowest > top / 2 ? Math.max(0, Math.floor((lowest - (top - lowest)) / 5) * 5 - 5) : 0;
    }

    colour(chart) {
      chart.data.datasets.forEach((set, i) => {
        const colour = i < this.rows.length ? getComputedStyle(this.rows[i].row).color : this.shade('--text');
        Object.assign(set, { borderColor: colour, backgroundColor: colour });
      });
      const { grid, ticks } = chart.options.scales.y;
      grid.color = this.shade('--line');
      ticks.color = this.shade('--muted');
      return chart;
    }

    // A canvas knows no variables, and theirs may be made of others
    shade(variable) {
      this.style.color = `var(${variable})`;
      const { color } = getComputedStyle(this);
      this.style.color = '';
      return color;
    }

    // A slider says its value at every step, which a picture with a focus inside does not
    beReached() {
      this.tabIndex = 0;
      this.setAttribute('role', 'slider');
      this.setAttribute('aria-label', 'Titik grafik: panah kiri dan kanan memilih, atas dan bawah ganti garis, Enter membuka');
      this.setAttribute('aria-valuemin', '1');
      this.setAttribute('aria-valuemax', String(this.heads.length));
      this.line = 0;
      this.say(0);
      this.onkeydown = (event) => this.key(event);
      this.onfocus = () => this.go(this.at);
      this.onblur = () => this.mark(null, []);
    }

    key(event) {
      const last = this.heads.length - 1;
      const to = {
        ArrowLeft: this.at - 1, ArrowRight: this.at + 1, Home: 0, End: last, ArrowUp: this.at, ArrowDown: this.at,
      }[event.key];
      if (event.key === 'Enter') this.open(this.at, this.line);
      else if (event.key === 'Escape') this.blur();
      else if (to === undefined) return;
      else {
        if (/Up|Down/.test(event.key)) this.line = (this.line + 1) % this.rows.length;
        this.go(Math.min(last, Math.max(0, to)));
      }
      event.preventDefault();
    }

    go(index) {
      this.say(index);
      this.mark(index, this.rows.flatMap((line, i) => (line.cells[index].textContent ? [{ datasetIndex: i, index }] : [])));
    }

    say(index) {
      this.at = index;
      this.setAttribute('aria-valuenow', String(index + 1));
      const figures = [this.line, ...this.rows.keys()].filter((line, i, all) => all.indexOf(line) === i)
        .map((line) => `${this.rows[line].name} ${this.rows[line].cells[index].textContent || 'tidak ada'}`);
      this.setAttribute('aria-valuetext', `${this.heads[index].textContent}: ${figures.join(', ')}`);
    }

    // Raises the points as well, unless the pointer has done so
    mark(index, active) {
      [this.heads, ...this.rows.map((line) => line.cells)].forEach((cells) =>
        cells.forEach((cell, i) => cell.classList.toggle('pointed', i === index)));
      if (!active || !this.chart) return;
      this.chart.setActiveElements(active);
      this.chart.tooltip.setActiveElements(active, { x: 0, y: 0 });
      this.chart.update('none');
    }

    nearest(points, y) {
      const lines = points.filter((point) => point.datasetIndex < this.rows.length);
      return lines.sort((a, b) => Math.abs(a.element.y - y) - Math.abs(b.element.y - y))[0]?.datasetIndex ?? 0;
    }

    open(index, line) {
      this.rows[line].cells[index].querySelector('a')?.click();
    }
  }

  if (!customElements.get('line-chart')) customElements.define('line-chart', LineChart);
})();
