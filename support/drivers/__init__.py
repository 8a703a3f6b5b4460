"""How a platform is asked: ports by domain, and what stands behind them."""
