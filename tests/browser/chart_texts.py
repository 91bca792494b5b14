"""What is wrong with the words in the charts of a page: too small, cut off by the picture's edge, over one another."""

from playwright.sync_api import Page

TEXTS = """() => [...document.querySelectorAll('.js-plotly-plot')].map(chart => {
    const boxed = element => { const box = element.getBoundingClientRect();
        return {x: box.x, y: box.y, right: box.right, bottom: box.bottom}; };
    const texts = [...chart.querySelectorAll('.main-svg text')].filter(text => text.textContent.trim());
    return {frame: boxed(chart), texts: texts.map(text => (
        {...boxed(text), text: text.textContent, size: parseFloat(getComputedStyle(text).fontSize)}))};
})"""
SMALLEST = 16  # pixels


def faults(page: Page, charts: int) -> list[str]:
    """A line for each fault; ``charts`` is how many charts the page must have, each with words."""
    page.wait_for_selector(".js-plotly-plot .main-svg text")
    drawn = page.evaluate(TEXTS)
    assert len(drawn) == charts
    found = []
    for chart in drawn:
        frame, texts = chart["frame"], chart["texts"]
        assert texts
        for text in texts:
            if text["size"] < SMALLEST:
                found.append(f"{text['size']} px: {text['text']}")
            if text["x"] < frame["x"] - 1 or text["right"] > frame["right"] + 1:
                found.append(f"cut at a side: {text['text']}")
            if text["y"] < frame["y"] - 1 or text["bottom"] > frame["bottom"] + 1:
                found.append(f"cut above or below: {text['text']}")
        for place, one in enumerate(texts):
            for other in texts[place + 1 :]:
                across = min(one["right"], other["right"]) - max(one["x"], other["x"])
                down = min(one["bottom"], other["bottom"]) - max(one["y"], other["y"])
                if across >= 2 and down >= 5:
                    found.append(f"over one another: {one['text']} / {other['text']}")
    return found
